-- CreateTable
CREATE TABLE "Session" (
    "id" TEXT NOT NULL,
    "shop" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "isOnline" BOOLEAN NOT NULL DEFAULT false,
    "scope" TEXT,
    "expires" TIMESTAMP(3),
    "accessToken" TEXT NOT NULL,
    "userId" BIGINT,
    "firstName" TEXT,
    "lastName" TEXT,
    "email" TEXT,
    "accountOwner" BOOLEAN,
    "locale" TEXT,
    "collaborator" BOOLEAN,
    "emailVerified" BOOLEAN,
    "refreshToken" TEXT,
    "refreshTokenExpires" TIMESTAMP(3),

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Shop" (
    "id" TEXT NOT NULL,
    "domain" TEXT NOT NULL,
    "name" TEXT,
    "currency" TEXT,
    "timeZone" TEXT,
    "taxesIncluded" BOOLEAN,
    "country" TEXT,
    "installedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "uninstalledAt" TIMESTAMP(3),
    "settings" JSONB NOT NULL DEFAULT '{}',
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Shop_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Connection" (
    "id" TEXT NOT NULL,
    "shopId" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "database" TEXT NOT NULL,
    "login" TEXT NOT NULL,
    "secretCiphertext" TEXT NOT NULL,
    "transport" TEXT,
    "version" TEXT,
    "companyId" INTEGER,
    "companyName" TEXT,
    "companyCurrency" TEXT,
    "uid" INTEGER,
    "capabilities" JSONB,
    "checkedAt" TIMESTAMP(3),
    "problem" JSONB,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Connection_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Mapping" (
    "id" TEXT NOT NULL,
    "shopId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "target" JSONB NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Mapping_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Payout" (
    "id" TEXT NOT NULL,
    "shopId" TEXT NOT NULL,
    "payoutId" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "issuedOn" DATE NOT NULL,
    "shopifyStatus" TEXT NOT NULL,
    "direction" TEXT NOT NULL,
    "currency" TEXT NOT NULL,
    "netMinor" BIGINT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'new',
    "counts" JSONB NOT NULL DEFAULT '{}',
    "proof" JSONB,
    "findingsCount" INTEGER NOT NULL DEFAULT 0,
    "externalTraceId" TEXT,
    "summary" JSONB,
    "raw" JSONB NOT NULL,
    "search" TEXT NOT NULL DEFAULT '',
    "discoveredAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "fetchedAt" TIMESTAMP(3),
    "postedAt" TIMESTAMP(3),
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Payout_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "BalanceTransaction" (
    "id" TEXT NOT NULL,
    "shopId" TEXT NOT NULL,
    "transactionId" TEXT NOT NULL,
    "payoutId" TEXT,
    "position" INTEGER NOT NULL,
    "type" TEXT NOT NULL,
    "occurredAt" TIMESTAMP(3) NOT NULL,
    "currency" TEXT NOT NULL,
    "amountMinor" BIGINT NOT NULL,
    "feeMinor" BIGINT NOT NULL,
    "feeVatMinor" BIGINT,
    "netMinor" BIGINT NOT NULL,
    "orderId" TEXT,
    "orderName" TEXT,
    "orderTransactionId" TEXT,
    "source" TEXT NOT NULL,
    "raw" JSONB NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "BalanceTransaction_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OrderSnapshot" (
    "id" TEXT NOT NULL,
    "shopId" TEXT NOT NULL,
    "orderId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "raw" JSONB NOT NULL,
    "hash" TEXT NOT NULL,
    "fetchedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "OrderSnapshot_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Run" (
    "id" TEXT NOT NULL,
    "shopId" TEXT NOT NULL,
    "payoutId" TEXT,
    "kind" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'queued',
    "startedBy" TEXT,
    "stage" TEXT,
    "stageDone" INTEGER NOT NULL DEFAULT 0,
    "stageTotal" INTEGER NOT NULL DEFAULT 0,
    "message" JSONB,
    "outcome" JSONB,
    "attempt" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL,
    "startedAt" TIMESTAMP(3),
    "finishedAt" TIMESTAMP(3),
    "heartbeatAt" TIMESTAMP(3),

    CONSTRAINT "Run_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RunStep" (
    "id" TEXT NOT NULL,
    "runId" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "detail" JSONB,
    "startedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finishedAt" TIMESTAMP(3),

    CONSTRAINT "RunStep_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Binding" (
    "id" TEXT NOT NULL,
    "shopId" TEXT NOT NULL,
    "externalId" TEXT NOT NULL,
    "model" TEXT NOT NULL,
    "odooId" INTEGER NOT NULL,
    "inputHash" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "orderId" TEXT,
    "payoutId" TEXT,
    "name" TEXT,
    "state" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Binding_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Finding" (
    "id" TEXT NOT NULL,
    "shopId" TEXT NOT NULL,
    "payoutId" TEXT,
    "orderId" TEXT,
    "kind" TEXT NOT NULL,
    "severity" TEXT NOT NULL,
    "objectType" TEXT NOT NULL,
    "objectId" TEXT NOT NULL,
    "objectName" TEXT,
    "body" JSONB NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL,
    "resolvedAt" TIMESTAMP(3),

    CONSTRAINT "Finding_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "WebhookDelivery" (
    "id" TEXT NOT NULL,
    "domain" TEXT NOT NULL,
    "topic" TEXT NOT NULL,
    "eventId" TEXT NOT NULL,
    "receivedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "WebhookDelivery_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Session_shop_idx" ON "Session"("shop");

-- CreateIndex
CREATE UNIQUE INDEX "Shop_domain_key" ON "Shop"("domain");

-- CreateIndex
CREATE UNIQUE INDEX "Connection_shopId_key" ON "Connection"("shopId");

-- CreateIndex
CREATE UNIQUE INDEX "Mapping_shopId_kind_key_key" ON "Mapping"("shopId", "kind", "key");

-- CreateIndex
CREATE INDEX "Payout_shopId_issuedOn_payoutId_idx" ON "Payout"("shopId", "issuedOn" DESC, "payoutId");

-- CreateIndex
CREATE INDEX "Payout_shopId_state_issuedOn_idx" ON "Payout"("shopId", "state", "issuedOn" DESC);

-- CreateIndex
CREATE INDEX "Payout_shopId_search_idx" ON "Payout"("shopId", "search");

-- CreateIndex
CREATE UNIQUE INDEX "Payout_shopId_payoutId_key" ON "Payout"("shopId", "payoutId");

-- CreateIndex
CREATE INDEX "BalanceTransaction_shopId_payoutId_position_idx" ON "BalanceTransaction"("shopId", "payoutId", "position");

-- CreateIndex
CREATE INDEX "BalanceTransaction_shopId_orderId_idx" ON "BalanceTransaction"("shopId", "orderId");

-- CreateIndex
CREATE UNIQUE INDEX "BalanceTransaction_shopId_transactionId_key" ON "BalanceTransaction"("shopId", "transactionId");

-- CreateIndex
CREATE UNIQUE INDEX "OrderSnapshot_shopId_orderId_key" ON "OrderSnapshot"("shopId", "orderId");

-- CreateIndex
CREATE INDEX "Run_shopId_payoutId_createdAt_idx" ON "Run"("shopId", "payoutId", "createdAt" DESC);

-- CreateIndex
CREATE INDEX "Run_shopId_state_idx" ON "Run"("shopId", "state");

-- CreateIndex
CREATE UNIQUE INDEX "RunStep_runId_seq_key" ON "RunStep"("runId", "seq");

-- CreateIndex
CREATE INDEX "Binding_shopId_payoutId_idx" ON "Binding"("shopId", "payoutId");

-- CreateIndex
CREATE INDEX "Binding_shopId_orderId_idx" ON "Binding"("shopId", "orderId");

-- CreateIndex
CREATE UNIQUE INDEX "Binding_shopId_externalId_key" ON "Binding"("shopId", "externalId");

-- CreateIndex
CREATE INDEX "Finding_shopId_payoutId_resolvedAt_idx" ON "Finding"("shopId", "payoutId", "resolvedAt");

-- CreateIndex
CREATE INDEX "Finding_shopId_resolvedAt_createdAt_idx" ON "Finding"("shopId", "resolvedAt", "createdAt");

-- CreateIndex
CREATE INDEX "WebhookDelivery_receivedAt_idx" ON "WebhookDelivery"("receivedAt");

-- CreateIndex
CREATE UNIQUE INDEX "WebhookDelivery_domain_topic_eventId_key" ON "WebhookDelivery"("domain", "topic", "eventId");

-- AddForeignKey
ALTER TABLE "Connection" ADD CONSTRAINT "Connection_shopId_fkey" FOREIGN KEY ("shopId") REFERENCES "Shop"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Mapping" ADD CONSTRAINT "Mapping_shopId_fkey" FOREIGN KEY ("shopId") REFERENCES "Shop"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Payout" ADD CONSTRAINT "Payout_shopId_fkey" FOREIGN KEY ("shopId") REFERENCES "Shop"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BalanceTransaction" ADD CONSTRAINT "BalanceTransaction_shopId_fkey" FOREIGN KEY ("shopId") REFERENCES "Shop"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OrderSnapshot" ADD CONSTRAINT "OrderSnapshot_shopId_fkey" FOREIGN KEY ("shopId") REFERENCES "Shop"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Run" ADD CONSTRAINT "Run_shopId_fkey" FOREIGN KEY ("shopId") REFERENCES "Shop"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RunStep" ADD CONSTRAINT "RunStep_runId_fkey" FOREIGN KEY ("runId") REFERENCES "Run"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Binding" ADD CONSTRAINT "Binding_shopId_fkey" FOREIGN KEY ("shopId") REFERENCES "Shop"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Finding" ADD CONSTRAINT "Finding_shopId_fkey" FOREIGN KEY ("shopId") REFERENCES "Shop"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma's schema language cannot say.

-- One unfinished run of a kind per shop and payout: two clicks, two workers or a webhook storm make one.
CREATE UNIQUE INDEX "Run_unfinished_key" ON "Run" ("shopId", "kind", COALESCE("payoutId", ''))
WHERE "state" IN ('queued', 'running', 'waiting');

ALTER TABLE "Payout"
  ADD CONSTRAINT "Payout_state_check"
  CHECK ("state" IN ('new', 'ready', 'needs-attention', 'syncing', 'posted', 'banked', 'failed')),
  ADD CONSTRAINT "Payout_source_check" CHECK ("source" IN ('api', 'csv'));

ALTER TABLE "Run"
  ADD CONSTRAINT "Run_state_check"
  CHECK ("state" IN ('queued', 'running', 'waiting', 'done', 'nothing-to-do', 'needs-person', 'failed'));
