import type { OdooClient } from '../client/odoo-client';
import type { ExternalModule } from '../loading/external-names';
import type { OpenItemInOdoo } from '../settlement/read-open-items';
import type { PaymentRecord } from './find-payments';

export interface PaymentsContext {
  readonly client: OdooClient;
  readonly module: ExternalModule;
  /** What stands of these payments, where it was asked a moment ago (`findPayments`): spares a call. */
  readonly known?: ReadonlyMap<string, PaymentRecord>;
  /** By journal item: the receivable items of their documents, where they were read a moment ago: spares a call. */
  readonly open?: ReadonlyMap<number, OpenItemInOdoo>;
  readonly onProgress?: (done: number, total: number) => void;
}
