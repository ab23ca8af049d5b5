import { canonicalJson } from '#app/domain/audit-chain/canonical-json.ts'
import { sha256Hex } from '#app/domain/audit-chain/sha256.ts'

type OnItem = { readonly opinionItemId: string; readonly verdict: string; readonly note: string }
type OnStep = { readonly stepAnswerId: string; readonly verdict: string; readonly note: string }

/**
 * The hash of what a re-check says of each item of the opinion and of each step of the procedure, in the order of their
 * ids: SHA-256 of the canonical JSON of `{"items":[[id,verdict,note]…],"steps":[[id,verdict,note]…]}`, in hex.
 */
export function recheckBodySha256(items: readonly OnItem[], steps: readonly OnStep[]): string {
	const ofItems = items.map(({ opinionItemId, verdict, note }) => [opinionItemId, verdict, note])
	const ofSteps = steps.map(({ stepAnswerId, verdict, note }) => [stepAnswerId, verdict, note])
	return sha256Hex(canonicalJson({ items: inOrder(ofItems), steps: inOrder(ofSteps) }))
}

function inOrder(lines: readonly string[][]): string[][] {
	return [...lines].sort(([one = ''], [other = '']) => (one < other ? -1 : 1))
}
