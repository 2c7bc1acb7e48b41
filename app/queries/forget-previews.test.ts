import { QueryClient } from '@tanstack/react-query';
import { describe, expect, it } from 'vitest';
import { forgetPreviews } from './forget-previews';
import { queryKeys } from './query-keys';

describe('Previews', () => {
  it('are worked out anew once other mappings hold; the payouts themselves stay as they were read', () => {
    const client = new QueryClient();
    client.setQueryData(queryKeys.payout('71'), { id: '71' });
    client.setQueryData(queryKeys.run('71'), { run: null });
    client.setQueryData(queryKeys.preview('71'), { entries: [] });
    forgetPreviews(client);
    expect(client.getQueryData(queryKeys.preview('71'))).toBeUndefined();
    expect(client.getQueryData(queryKeys.payout('71'))).toEqual({ id: '71' });
    expect(client.getQueryData(queryKeys.run('71'))).toEqual({ run: null });
  });
});
