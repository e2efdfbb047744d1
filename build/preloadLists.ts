import type { HtmlTagDescriptor, Plugin, Rolldown } from 'vite'

const font = 'inter-latin-wght-normal.woff2'

/**
 * Lets the browser fetch what every list needs beside the shell, not after the shell has run: its code, and the letters
 * in which it is written, or everything would be laid out twice.
 */
export function preloadLists(): Plugin {
  return {
    name: 'steward:preload-lists',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (_, { bundle = {} }) => Object.values(bundle).flatMap((file) => linkTo(file) ?? []),
    },
  }
}

function linkTo(file: Rolldown.OutputAsset | Rolldown.OutputChunk): HtmlTagDescriptor | null {
  const href = `/${file.fileName}`
  const link = (attrs: Record<string, string>): HtmlTagDescriptor => ({
    tag: 'link',
    attrs: { ...attrs, crossorigin: true, href },
    injectTo: 'head',
  })
  if (file.type === 'asset')
    return file.names.includes(font) ? link({ rel: 'preload', as: 'font', type: 'font/woff2' }) : null
  return file.name === 'lists' ? link({ rel: 'modulepreload' }) : null
}
