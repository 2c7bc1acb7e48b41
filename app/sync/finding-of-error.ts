import type { Finding, FindingKind, Remedy } from '../accounting/finding';
import {
  OdooAnswerNotJson,
  OdooConflict,
  OdooDatabaseUnknown,
  OdooError,
  OdooKeyRefused,
  OdooRejected,
  OdooRightsMissing,
  OdooUnreachable,
} from '../odoo/client/odoo-errors';
import {
  ShopifyAccessDenied,
  ShopifyBulkFailed,
  ShopifyError,
  ShopifySignedOut,
  ShopifyThrottled,
  ShopifyUnreachable,
} from '../shopify/shopify-error';
import { PersonNeeded } from './person-needed';
import { NotConnected } from './shop-context';

/** An outside system's error as a finding that says what to do; undefined for any other error. */
export function findingOfError(error: unknown): Finding | undefined {
  if (error instanceof NotConnected) return odooFinding('mapping-missing', { mapping: 'connection' });
  if (error instanceof OdooError) return findingOfOdoo(error);
  if (error instanceof ShopifyError) return findingOfShopify(error);
  return undefined;
}

function findingOfOdoo(error: OdooError): Finding {
  const { host, call, detail } = error.facts;
  // `error` tells the connection page which field is wrong.
  const facts = { host, call, detail, error: error.name };
  if (
    error instanceof OdooUnreachable ||
    error instanceof OdooConflict ||
    error instanceof OdooAnswerNotJson
  ) {
    return odooFinding('odoo-unreachable', facts);
  }
  if (error instanceof OdooKeyRefused || error instanceof OdooDatabaseUnknown) {
    return odooFinding('odoo-key-refused', { ...facts, detail: error.message });
  }
  if (error instanceof OdooRightsMissing) {
    const { model = '', operation = '', group = '' } = error.facts;
    return odooFinding('rights-missing', { ...facts, model, operation, group });
  }
  if (error instanceof OdooRejected)
    return odooFinding('entry-rejected', { ...facts, message: error.facts.detail });
  return odooFinding('odoo-unexpected', { ...facts, detail: error.message });
}

function findingOfShopify(error: ShopifyError): Finding {
  if (error instanceof ShopifyAccessDenied) {
    return shopifyFinding('payouts-denied', { field: error.path, access: error.requiredAccess });
  }
  if (
    error instanceof ShopifySignedOut ||
    error instanceof ShopifyUnreachable ||
    error instanceof ShopifyThrottled
  ) {
    return shopifyFinding('shopify-unreachable', { detail: error.message });
  }
  if (error instanceof ShopifyBulkFailed) return shopifyFinding('history-not-read', { why: error.message });
  return shopifyFinding('order-unreadable', { why: error.message });
}

function odooFinding(kind: FindingKind, facts: Record<string, string>): Finding {
  return {
    kind,
    severity: 'blocks',
    object: { type: 'connection', id: 'odoo', name: 'Odoo' },
    facts,
    remedy: { page: 'connection' },
  };
}

function shopifyFinding(kind: FindingKind, facts: Record<string, string>): Finding {
  const remedy: Remedy = kind === 'payouts-denied' ? { page: 'none' } : { page: 'shopify-payouts' };
  return {
    kind,
    severity: 'blocks',
    object: { type: 'connection', id: 'shopify', name: 'Shopify' },
    facts,
    remedy,
  };
}

/** What a run that ended in an error tells a person. */
export function findingsOfRun(runId: string, error: unknown): readonly Finding[] {
  return error instanceof PersonNeeded ? error.findings : [findingOfError(error) ?? unexpected(runId)];
}

/** A fault of Klopt's own: nothing was lost, the log says more under the run's id. */
function unexpected(runId: string): Finding {
  return {
    kind: 'unexpected-error',
    severity: 'blocks',
    object: { type: 'connection', id: 'klopt', name: 'Klopt' },
    facts: { run: runId },
    remedy: { page: 'none' },
  };
}
