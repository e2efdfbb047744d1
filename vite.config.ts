import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { finish } from './build/finish.ts'
import { preloadLists } from './build/preloadLists.ts'

const server = 'http://127.0.0.1:3000'

export default defineConfig({
  plugins: [react(), preloadLists(), finish()],
  resolve: {
    alias: {
      // react-admin brings an exporter that stops at a thousand rows; exports are made by the server.
      'jsonexport/dist/index.js': fileURLToPath(new URL('./build/noExporter.ts', import.meta.url)),
      // Its form for browsers writes into innerHTML, which our policy of content security refuses; this is the server's.
      'decode-named-character-reference': fileURLToPath(
        import.meta.resolve('decode-named-character-reference'),
      ),
    },
  },
  build: {
    target: 'es2022',
    // Nothing inline: the policy of content security has no exception for scripts, styles or fonts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            // What every visitor loads, in one request; then what every list needs, in another.
            { name: 'shell', tags: ['$initial'], priority: 2 },
            {
              name: 'lists',
              test: /src\/((lists|fields)\/|customers\/(CustomerList|CustomerName|placeOf|useCustomerName))/,
              priority: 1,
            },
          ],
        },
      },
    },
    sourcemap: false,
    // The compressed sizes are those of the files that build/ writes, not an estimate.
    reportCompressedSize: false,
    chunkSizeWarningLimit: 1200,
  },
  server: {
    // `npm run dev` beside a running `npm start`: screens from here, everything else from there.
    proxy: { '/api': server, '/policy': server, '/healthz': server, '/readyz': server },
  },
})
