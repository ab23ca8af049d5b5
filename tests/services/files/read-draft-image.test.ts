import { expect, test } from 'vitest'
import { readDraftImage } from '#app/services/files/read-draft-image.server.ts'
import { matterOf, picturedMatter } from '#tests/support/drafting-steps.ts'
import { openTestShell } from '#tests/support/open-test-shell.ts'
import { PICTURE, PICTURE_SHA256 } from '#tests/support/pictured-draft.ts'
import { seedOrganisation } from '#tests/support/sample-organisation.ts'

async function desk() {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const matterId = await picturedMatter(shell, org)
	const [file] = (await matterOf(shell, org, matterId)).currentVersion?.files ?? []
	return { shell, org, matterId, fileSha256: file?.sha256 ?? '' }
}

test('an image of a draft is given byte for byte, under the type that its bytes have', async () => {
	const { shell, org, matterId, fileSha256 } = await desk()
	const asked = { fileSha256, imageSha256: PICTURE_SHA256 }
	const image = await readDraftImage(shell, org.actors.drafter, matterId, asked)
	if (!image.ok) throw new Error(image.reason.code)
	expect(image.value.mediaType).toBe('image/png')
	expect(Buffer.from(image.value.bytes).equals(PICTURE)).toBe(true)
})

test('nobody gets an image of a matter that they may not see, nor another part of the file', async () => {
	const { shell, org, matterId, fileSha256 } = await desk()
	const asked = { fileSha256, imageSha256: PICTURE_SHA256 }
	const refused = { ok: false, reason: { code: 'not-found' } }
	expect(await readDraftImage(shell, org.actors.otherDrafter, matterId, asked)).toEqual(refused)
	const { drafter } = org.actors
	const none = { ...asked, imageSha256: '0'.repeat(64) }
	expect(await readDraftImage(shell, drafter, matterId, none)).toEqual(refused)
	const file = { fileSha256: PICTURE_SHA256, imageSha256: PICTURE_SHA256 }
	expect(await readDraftImage(shell, drafter, matterId, file)).toEqual(refused)
})
