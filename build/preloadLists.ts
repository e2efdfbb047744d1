import type { Plugin } from 'vite'

/** Lets the browser fetch what every list needs beside the shell, not after the shell has run. */
export function preloadLists(): Plugin {
  return {
    name: 'steward:preload-lists',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (_, { bundle = {} }) =>
        Object.values(bundle)
          .filter((file) => file.type === 'chunk' && file.name === 'lists')
          .map(({ fileName }) => ({
            tag: 'link',
            attrs: { rel: 'modulepreload', crossorigin: true, href: `/${fileName}` },
            injectTo: 'head',
          })),
    },
  }
}
