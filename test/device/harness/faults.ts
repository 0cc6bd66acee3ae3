/** What the network does to one request of a lane, before everything goes through again. */
export type Fault =
  /** Nothing: this request goes through. */
  | { kind: 'none' }
  /** Somebody else answers, with this status and body; the server never sees the request. */
  | { kind: 'answer'; status: number; headers?: Record<string, string>; body: string }
  /** The connection is cut before the server sees the request. */
  | { kind: 'cutBefore' }
  /** The server does the work, and its answer is lost. */
  | { kind: 'cutAfter' }
  /** The server does the work, and its answer is cut in the middle. */
  | { kind: 'half' }
  /** The server does the work; its receipts are replaced by ones signed with somebody else's key. */
  | { kind: 'forgeReceipts' }
  /** The server does the work; the results of all envelopes but the first are left out. */
  | { kind: 'firstResultOnly' }

/** A lane: an origin of its own for one case, through which faults are asked for. */
export interface LaneReport {
  /** `METHOD path range` of each request that came, faulty or not; range is empty without one. */
  requests: { method: string; path: string; range: string; envelopes: number }[]
}
