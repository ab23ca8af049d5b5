import type { largePair } from './large-texts.ts'
import { type WebClient, hiddenFields } from '#scripts/web-client.ts'

/** Brings two texts to the tool page as files, as whoever is signed in; gives the address of their comparison. */
export async function uploadPair(
	origin: string,
	client: WebClient,
	{ oldText, newText }: ReturnType<typeof largePair>,
): Promise<string> {
	const form = new FormData()
	for (const [name, value] of Object.entries(hiddenFields((await client.get('/compare')).text)))
		form.append(name, value)
	form.append('oldFile', new File([oldText], 'old.txt', { type: 'text/plain' }))
	form.append('newFile', new File([newText], 'new.txt', { type: 'text/plain' }))
	form.append('secrecy', 'internal')
	const answer = await fetch(`${origin}/compare`, {
		method: 'POST',
		headers: { Cookie: client.cookieHeader(), Origin: origin },
		body: form,
		redirect: 'manual',
	})
	const path = answer.headers.get('Location')
	if (!path) throw new Error(`the upload was answered ${answer.status}`)
	return path
}

/** Waits for a comparison as a browser without scripts does: the page asks again until it has it. */
export async function untilCompared(client: WebClient, path: string): Promise<void> {
	for (;;) {
		const { status, text } = await client.get(path)
		if (status !== 200) throw new Error(`${path} answered ${status}`)
		if (!text.includes('http-equiv="refresh"')) return
		await new Promise((resolve) => setTimeout(resolve, 200))
	}
}
