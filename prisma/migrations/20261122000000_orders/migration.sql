-- CreateTable
CREATE TABLE "Order" (
    "id" TEXT NOT NULL,
    "shopId" TEXT NOT NULL,
    "orderId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "placedAt" TIMESTAMP(3) NOT NULL,
    "shopifyUpdatedAt" TIMESTAMP(3),
    "financialStatus" TEXT NOT NULL,
    "cancelledAt" TIMESTAMP(3),
    "test" BOOLEAN NOT NULL DEFAULT false,
    "currency" TEXT NOT NULL,
    "totalMinor" BIGINT NOT NULL,
    "customer" TEXT,
    "country" TEXT,
    "gateways" TEXT[],
    "state" TEXT NOT NULL DEFAULT 'new',
    "reason" TEXT,
    "pendingSince" TIMESTAMP(3),
    "requestedBy" TEXT,
    "documentsCount" INTEGER NOT NULL DEFAULT 0,
    "findingsCount" INTEGER NOT NULL DEFAULT 0,
    "search" TEXT NOT NULL DEFAULT '',
    "syncedAt" TIMESTAMP(3),
    "backfillId" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Order_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Backfill" (
    "id" TEXT NOT NULL,
    "shopId" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'counting',
    "reach" TEXT NOT NULL,
    "since" DATE,
    "bulkOperationId" TEXT,
    "readTo" BIGINT NOT NULL DEFAULT 0,
    "total" INTEGER NOT NULL DEFAULT 0,
    "counted" INTEGER NOT NULL DEFAULT 0,
    "done" INTEGER NOT NULL DEFAULT 0,
    "posted" INTEGER NOT NULL DEFAULT 0,
    "needsAttention" INTEGER NOT NULL DEFAULT 0,
    "leftOut" INTEGER NOT NULL DEFAULT 0,
    "obstacles" JSONB NOT NULL DEFAULT '[]',
    "workedMs" BIGINT NOT NULL DEFAULT 0,
    "problem" JSONB,
    "startedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "postingSince" TIMESTAMP(3),
    "finishedAt" TIMESTAMP(3),
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Backfill_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Order_shopId_orderId_key" ON "Order"("shopId", "orderId");

-- CreateIndex
CREATE INDEX "Order_shopId_placedAt_orderId_idx" ON "Order"("shopId", "placedAt" DESC, "orderId");

-- CreateIndex
CREATE INDEX "Order_shopId_state_placedAt_idx" ON "Order"("shopId", "state", "placedAt" DESC);

-- CreateIndex
CREATE INDEX "Order_shopId_pendingSince_idx" ON "Order"("shopId", "pendingSince");

-- CreateIndex
CREATE INDEX "Order_shopId_backfillId_placedAt_idx" ON "Order"("shopId", "backfillId", "placedAt");

-- CreateIndex
CREATE INDEX "Backfill_shopId_startedAt_idx" ON "Backfill"("shopId", "startedAt" DESC);

-- CreateIndex
CREATE INDEX "Finding_shopId_orderId_resolvedAt_idx" ON "Finding"("shopId", "orderId", "resolvedAt");

-- AddForeignKey
ALTER TABLE "Order" ADD CONSTRAINT "Order_shopId_fkey" FOREIGN KEY ("shopId") REFERENCES "Shop"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Backfill" ADD CONSTRAINT "Backfill_shopId_fkey" FOREIGN KEY ("shopId") REFERENCES "Shop"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma's schema cannot say.
ALTER TABLE "Order"
  ADD CONSTRAINT "Order_state_check"
  CHECK ("state" IN ('new', 'queued', 'posted', 'needs-attention', 'left-out'));

-- One backfill at a time, however often it is clicked.
CREATE UNIQUE INDEX "Backfill_open_key" ON "Backfill" ("shopId")
WHERE "state" IN ('counting', 'counted', 'posting', 'paused');
