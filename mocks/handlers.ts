import { http } from 'msw'

/** Hands every request of the screens to the product's own front door, and does nothing else. */
export const handlers = (front: (request: Request) => Response | Promise<Response>) => [
  http.all('*/api/*', ({ request }) => front(request)),
]
