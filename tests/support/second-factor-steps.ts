import type { Actor } from '#app/domain/permission/relation.ts'
import { newToken, tokenId } from '#app/http/session-cookie.server.ts'
import { offerSecret, setSecondFactor } from '#app/services/account/second-factor.server.ts'
import { codeAt, stepAt } from '#app/storage/one-time-codes.server.ts'
import { byAnAct } from './by-an-act.ts'
import { must } from './drafting-steps.ts'
import type { TestShell } from './open-test-shell.ts'
import { givePassword, PASSWORD } from './review-steps.ts'

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** The code that a telephone with these letters shows now: it reads them as anybody's telephone would. */
export function codeOf(shell: Pick<TestShell, 'now'>, letters: string): string {
	const bits = [...letters.replaceAll(' ', '')]
		.map((letter) => LETTERS.indexOf(letter).toString(2).padStart(5, '0'))
		.join('')
	const bytes = (bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2))
	return codeAt(Uint8Array.from(bytes), stepAt(shell.now()))
}

/** Somebody with a password, in a session of their own. */
export async function inSession(shell: TestShell, actor: Actor): Promise<Actor> {
	await givePassword(shell, actor)
	const sessionId = tokenId(newToken())
	const { jurisdictionId, accountId } = actor
	const at = { createdAt: shell.now(), lastSeenAt: shell.now() }
	await byAnAct(shell, (tx) =>
		tx.session.create({
			data: { id: sessionId, jurisdictionId, accountId, ...at, address: '127.0.0.1', userAgent: 'test' },
		}),
	)
	return { ...actor, sessionId }
}

/** Sets up one-time codes: the letters of the telephone, and the spare codes. */
export async function setUpCodes(shell: TestShell, actor: Actor) {
	const { letters } = await offerSecret(shell, actor, 'test')
	const oneTimeCode = codeOf(shell, letters)
	const { spareCodes } = must(await setSecondFactor(shell, actor, { password: PASSWORD, oneTimeCode }))
	return { letters, spareCodes }
}
