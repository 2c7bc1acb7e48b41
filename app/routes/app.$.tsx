import type { LoaderFunctionArgs } from '@remix-run/node';
import { PageMissing } from '~/components/page-missing';
import { signedIn } from '~/server/signed-in.server';

/** An address of the app that leads nowhere: said inside the admin's frame, with a way on. */
export const loader = async ({ request }: LoaderFunctionArgs) => {
  await signedIn(request);
  return Response.json(null, { status: 404 });
};

export default function Missing() {
  return <PageMissing />;
}
