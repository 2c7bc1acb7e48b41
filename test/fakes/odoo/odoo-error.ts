/** An exception as Odoo names it, with the HTTP status that JSON-2 gives it (JSON-RPC always answers 200). */
export class OdooError extends Error {
  constructor(
    readonly odooName: string,
    message: string,
    readonly status: number,
    readonly arguments_: readonly unknown[] = [message],
  ) {
    super(message);
  }
}

export const userError = (message: string) => new OdooError('odoo.exceptions.UserError', message, 422);
export const validationError = (message: string) =>
  new OdooError('odoo.exceptions.ValidationError', message, 422);
export const accessError = (message: string) => new OdooError('odoo.exceptions.AccessError', message, 403);
export const missingError = (model: string, ids: readonly number[], uid: number) =>
  new OdooError(
    'odoo.exceptions.MissingError',
    `Record does not exist or has been deleted.\n(Record: ${model}(${ids.join(', ')},), User: ${uid})`,
    404,
  );
export const valueError = (message: string) => new OdooError('builtins.ValueError', message, 500);
export const typeError = (message: string) => new OdooError('builtins.TypeError', message, 422);
export const serializationFailure = () =>
  new OdooError(
    'psycopg2.errors.SerializationFailure',
    'could not serialize access due to concurrent update\n',
    500,
  );
