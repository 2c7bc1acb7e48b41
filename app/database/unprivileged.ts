import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/** Whom PostgreSQL runs as: nothing to change for an ordinary user; `nobody` for root, whom PostgreSQL refuses. */
export function unprivileged(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith('nobody:'));
  const [, , uid, gid] = line?.split(':') ?? [];
  return { uid: Number(uid ?? 65534), gid: Number(gid ?? 65534) };
}

/**
 * `wanted`, unless we are root and some folder above it is closed to `nobody` (a clone below /root, say): then a place
 * below /var/tmp that is always the same for the same `wanted`.
 */
export function placeFor(wanted: string, label: string): string {
  if (unprivileged().uid === undefined || isOpen(path.dirname(wanted))) return wanted;
  const mark = createHash('sha256').update(wanted).digest('hex').slice(0, 12);
  return path.join('/var/tmp', `klopt-${mark}`, label);
}

function isOpen(folder: string): boolean {
  let mode = 0o001;
  try {
    mode = statSync(folder).mode;
  } catch {
    // Not there yet: it will be made by us, with the rights of its nearest existing parent in view.
  }
  if ((mode & 0o001) === 0) return false;
  const parent = path.dirname(folder);
  return parent === folder || isOpen(parent);
}
