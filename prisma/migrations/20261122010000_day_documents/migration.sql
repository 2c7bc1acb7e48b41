-- CreateTable
CREATE TABLE "DayDocument" (
    "id" TEXT NOT NULL,
    "shopId" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "country" TEXT NOT NULL,
    "currency" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'open',
    "odooId" INTEGER,
    "name" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "DayDocument_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DayMember" (
    "id" TEXT NOT NULL,
    "shopId" TEXT NOT NULL,
    "dayDocumentId" TEXT NOT NULL,
    "agreementKey" TEXT NOT NULL,
    "orderId" TEXT NOT NULL,
    "orderName" TEXT NOT NULL,
    "happenedAt" TIMESTAMP(3) NOT NULL,
    "inputHash" TEXT NOT NULL,
    "sums" JSONB NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "DayMember_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "DayDocument_shopId_key_key" ON "DayDocument"("shopId", "key");

-- CreateIndex
CREATE INDEX "DayDocument_shopId_state_day_idx" ON "DayDocument"("shopId", "state", "day");

-- CreateIndex
CREATE UNIQUE INDEX "DayMember_shopId_agreementKey_key" ON "DayMember"("shopId", "agreementKey");

-- CreateIndex
CREATE INDEX "DayMember_dayDocumentId_idx" ON "DayMember"("dayDocumentId");

-- CreateIndex
CREATE INDEX "DayMember_shopId_orderId_idx" ON "DayMember"("shopId", "orderId");

-- AddForeignKey
ALTER TABLE "DayDocument" ADD CONSTRAINT "DayDocument_shopId_fkey" FOREIGN KEY ("shopId") REFERENCES "Shop"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DayMember" ADD CONSTRAINT "DayMember_dayDocumentId_fkey" FOREIGN KEY ("dayDocumentId") REFERENCES "DayDocument"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma's schema cannot say.
ALTER TABLE "DayDocument"
  ADD CONSTRAINT "DayDocument_state_check"
  CHECK ("state" IN ('open', 'making', 'posted', 'done'));

-- Agreements join one document of a kind at a time.
CREATE UNIQUE INDEX "DayDocument_open_key" ON "DayDocument" ("shopId", "day", "country", "currency", "kind")
WHERE "state" = 'open';
