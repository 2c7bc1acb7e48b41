import { ensureMade } from '../../app/server/made';

/** Before the tests: the pages as they are in the sources now. Once, not by each demo. */
export default async function makePages(): Promise<void> {
  await ensureMade();
}
