import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { SettingsPage } from '~/components/settings-page';
import { firstViewOnly } from '~/components/shell/first-view-only';
import { useSection } from '~/components/shell/use-section';
import { asking } from '~/server/api.server';
import { showMappings } from '~/sync/read/show-mappings';

export const loader = async ({ request }: LoaderFunctionArgs) => {
  const { database, shop } = await asking(request);
  return showMappings(database, shop);
};

export const shouldRevalidate = firstViewOnly;

export default function Settings() {
  return <SettingsPage {...useSection()} initial={useLoaderData<typeof loader>()} />;
}
