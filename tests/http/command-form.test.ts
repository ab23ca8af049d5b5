import { expect, test } from 'vitest'
import { readUploadForm } from '#app/http/command-form.server.ts'
import { formToken } from '#app/http/session-cookie.server.ts'
import { openTestShell } from '#tests/support/open-test-shell.ts'
import { signInAs } from '#tests/support/open-test-web.ts'
import { seedOrganisation } from '#tests/support/sample-organisation.ts'

const TOKEN = 'the token of this session'

/** A form of a page with files, as a browser of ours sends it; `body` decides the way. */
async function sent(bodyOf: (fields: Record<string, string>) => FormData | URLSearchParams) {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const { request, ...args } = (await signInAs(shell, org.actors.drafter)).post('/f', {}, {})
	const body = bodyOf({ csrf: formToken(args.context.web, TOKEN), key: 'a-key-of-the-form', words: '依据' })
	const headers = { Origin: request.headers.get('Origin') ?? '' }
	const own = new Request(request.url, { method: 'POST', headers, body })
	const { accountId } = org.actors.drafter
	return readUploadForm(
		{ ...args, request: own },
		{ token: TOKEN, account: { id: accountId, loginName: '' } },
	)
}

test.each([
	['with room for files', (fields: Record<string, string>) => formOf(fields)],
	['in the plain way', (fields: Record<string, string>) => new URLSearchParams(fields)],
])('a page that takes files also reads a form without any that is sent %s', async (_way, bodyOf) => {
	const read = await sent(bodyOf)
	expect(read).toMatchObject({ ok: true, value: { key: 'a-key-of-the-form', files: [] } })
	expect(read.ok && read.value.fields.get('words')).toBe('依据')
})

function formOf(fields: Record<string, string>): FormData {
	const form = new FormData()
	for (const [name, value] of Object.entries(fields)) form.append(name, value)
	return form
}
