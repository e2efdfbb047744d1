/** zod would try whether it may compile code, which the page's policy forbids and reports; so it is told beforehand. */
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } })
