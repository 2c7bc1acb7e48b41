import { TitleBar } from '@shopify/app-bridge-react';
import { Page, type PageProps } from '@shopify/polaris';

/** A page as the admin expects it: its name in the admin's title bar, its heading, back button and actions on the page. */
export function PageFrame({ title, children, ...page }: PageProps & { readonly title: string }) {
  return (
    <>
      <TitleBar title={title} />
      <Page title={title} {...page}>
        {children}
      </Page>
    </>
  );
}
