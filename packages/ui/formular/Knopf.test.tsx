import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { Knopf } from './Knopf.tsx';

test('a button that cannot be used stays focusable, does nothing and says why', () => {
  const html = renderToStaticMarkup(
    <Knopf name="aktion" value="vermitteln" gesperrtWeil="Die Schweigepflichtentbindung fehlt.">
      Vermitteln
    </Knopf>,
  );
  expect(html).toContain('aria-disabled="true"');
  expect(html).toContain('type="button"');
  expect(html).not.toMatch(/ disabled| name=| value=/u);
  const grund = /aria-describedby="([^"]+)"/u.exec(html)?.[1];
  expect(html).toContain(`id="${grund}">Die Schweigepflichtentbindung fehlt.`);
});

test('a link in the shape of a button loses its address together with its use', () => {
  expect(renderToStaticMarkup(<Knopf href="/neu">Neu</Knopf>)).toMatch(/^<a href="\/neu"/u);
  expect(renderToStaticMarkup(<Knopf href="/neu" gesperrtWeil="Nicht jetzt.">Neu</Knopf>)).not.toContain('href');
});

test('a button submits its form with its own name and value', () => {
  expect(renderToStaticMarkup(<Knopf name="aktion" value="speichern">Speichern</Knopf>)).toMatch(
    /^<button type="submit" name="aktion" value="speichern"/u,
  );
});
