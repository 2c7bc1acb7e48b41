/** An element of the mock admin's page, which must be there. */
export function byId(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (!element) throw new Error(`The mock admin's page has no #${id}.`);
  return element;
}

type Attributes = Record<string, string | boolean>;

export function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Attributes = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) {
    if (typeof value === 'boolean') element.toggleAttribute(attribute, value);
    else element.setAttribute(attribute, value);
  }
  element.append(...children);
  return element;
}
