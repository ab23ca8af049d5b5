/**
 * For `shouldRevalidate` of a page with command forms: after a refusal its loader runs again, so that the next try
 * has a key of its own and the page knows the present revision. By default Remix reloads only after a success.
 */
export function revalidateAfterRefusal(): boolean {
	return true
}
