const ofBatch = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.\d+$/

/** Each chunk of a batch counts as one request, so that its events are spread and known to be the batch's. */
export const batchRequest = (batchId: string, chunk: number) => `${batchId}.${chunk}`

/** The batch whose chunk this request was; null for a request that somebody sent, which holds no dot. */
export const batchOfRequest = (requestId: string): string | null => ofBatch.exec(requestId)?.[1] ?? null
