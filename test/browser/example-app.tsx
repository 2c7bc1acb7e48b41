import { Modal, NavMenu, SaveBar, TitleBar, useAppBridge } from '@shopify/app-bridge-react';
import { useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';

/** A small embedded app that uses App Bridge as Klopt does: what the mock admin is tried against. */
function ExampleApp() {
  const shopify = useAppBridge();
  const [path, setPath] = useState(location.pathname);
  const [dirty, setDirty] = useState(false);
  const [asking, setAsking] = useState(false);
  const [answer, setAnswer] = useState('');

  useEffect(() => {
    // As Shopify's AppProvider does it with Remix's router.
    const navigate = (event: Event) => {
      const href = event.target instanceof Element ? event.target.getAttribute('href') : null;
      if (!href) return;
      history.pushState(null, '', href);
      setPath(href);
    };
    const back = () => setPath(location.pathname);
    addEventListener('shopify:navigate', navigate);
    addEventListener('popstate', back);
    return () => {
      removeEventListener('shopify:navigate', navigate);
      removeEventListener('popstate', back);
    };
  }, []);

  async function askServer() {
    const response = await fetch('/echo');
    setAnswer(await response.text());
  }

  return (
    <>
      <NavMenu>
        <a href="/app" rel="home">
          Home
        </a>
        <a href="/app/payouts">Payouts</a>
        <a href="/app/mappings">Mappings</a>
      </NavMenu>
      <TitleBar title={`Page ${path}`}>
        <button
          variant="primary"
          onClick={() =>
            shopify.toast.show('Synced', { action: 'Undo', onAction: () => setAnswer('undone') })
          }
        >
          Sync
        </button>
        <button onClick={() => setAsking(true)}>Ask</button>
      </TitleBar>
      <p data-testid="path">{path}</p>
      <p data-testid="answer">{answer}</p>
      <p data-testid="locale">{shopify.config.locale}</p>
      <label>
        Name
        <input onChange={() => setDirty(true)} />
      </label>
      <button onClick={() => void askServer()}>Ask the server</button>
      <a href="/app/mappings">To the mappings</a>
      <SaveBar open={dirty} id="settings">
        <button
          variant="primary"
          onClick={() => {
            setAnswer('saved');
            setDirty(false);
          }}
        >
          Save
        </button>
        <button onClick={() => setDirty(false)}>Discard</button>
      </SaveBar>
      <Modal open={asking} onHide={() => setAsking(false)}>
        <p>Post this payout?</p>
        <TitleBar title="Post">
          <button
            variant="primary"
            onClick={() => {
              setAnswer('posted');
              setAsking(false);
            }}
          >
            Post now
          </button>
          <button onClick={() => setAsking(false)}>Not yet</button>
        </TitleBar>
      </Modal>
    </>
  );
}

const root = document.getElementById('root');
if (root) createRoot(root).render(<ExampleApp />);
