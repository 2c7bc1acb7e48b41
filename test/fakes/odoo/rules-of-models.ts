import { accountBankStatement } from './models/account-bank-statement';
import { accountBankStatementLine } from './models/account-bank-statement-line';
import { accountJournal } from './models/account-journal';
import { accountMove } from './models/account-move';
import { accountMoveLine } from './models/account-move-line';
import { accountMoveReversal } from './models/account-move-reversal';
import { accountPayment, accountPaymentRegister } from './models/account-payment';
import { accountTax, accountTaxRepartitionLine } from './models/account-tax';
import { productProduct, productTemplate } from './models/product';
import { resPartner } from './models/res-partner';
import { resUsers } from './models/res-users';
import { saleAdvancePayment, saleOrder, saleOrderLine } from './models/sale';
import { stockBackorderConfirmation, stockMove, stockPicking, stockQuant } from './models/stock';
import * as small from './models/small-models';
import type { Rules } from './rules';

/** Models that are not named here are stored as they are said. */
export const rulesOf: Record<string, Rules> = {
  'account.account': small.accountAccount,
  'account.bank.statement': accountBankStatement,
  'account.bank.statement.line': accountBankStatementLine,
  'account.fiscal.position': small.accountFiscalPosition,
  'account.full.reconcile': small.accountFullReconcile,
  'account.journal': accountJournal,
  'account.move': accountMove,
  'account.move.line': accountMoveLine,
  'account.move.reversal': accountMoveReversal,
  'account.payment': accountPayment,
  'account.payment.register': accountPaymentRegister,
  'account.partial.reconcile': small.accountPartialReconcile,
  'account.payment.term': small.accountPaymentTerm,
  'account.tax': accountTax,
  'account.tax.repartition.line': accountTaxRepartitionLine,
  'ir.model.data': small.irModelData,
  'product.category': small.productCategory,
  'product.product': productProduct,
  'product.template': productTemplate,
  'res.company': small.resCompany,
  'res.country': small.resCountry,
  'res.currency': small.resCurrency,
  'res.currency.rate': small.resCurrencyRate,
  'res.partner': resPartner,
  'res.users': resUsers,
  'sale.advance.payment.inv': saleAdvancePayment,
  'sale.order': saleOrder,
  'sale.order.line': saleOrderLine,
  'stock.backorder.confirmation': stockBackorderConfirmation,
  'stock.move': stockMove,
  'stock.picking': stockPicking,
  'stock.quant': stockQuant,
  'stock.location': small.stockLocation,
  'uom.uom': small.uomUom,
};
