import { redirect } from '@remix-run/node';

/** Where Shopify's library sends whoever came without a shop: nobody types one here, the app opens from the admin. */
export const loader = () => redirect('/');
