-- AlterTable
ALTER TABLE "Order" ADD COLUMN "taxPlace" TEXT;
