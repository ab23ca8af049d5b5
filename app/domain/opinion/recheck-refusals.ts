/** A step that is rejected stands in the way of clearance. */
export type StepsRejected = { readonly code: 'steps-rejected'; readonly steps: number }
