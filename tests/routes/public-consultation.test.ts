import { expect, test } from 'vitest'
import { cancelConsultation } from '#app/services/consultation/open-consultation.server.ts'
import { consultedMatter, receiptIn, visitorOf } from '#tests/support/consultation-steps.ts'
import { DRAFT_TEXT, must, orderOn, readyMatter, uploadedText } from '#tests/support/drafting-steps.ts'
import { openTestShell } from '#tests/support/open-test-shell.ts'
import { seedOrganisation } from '#tests/support/sample-organisation.ts'

async function ground() {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	return { shell, org, ...(await consultedMatter(shell, org)), visitor: visitorOf(shell) }
}

const comments = (shell: Awaited<ReturnType<typeof openTestShell>>) =>
	shell.db.publicComment.findMany({ orderBy: { number: 'asc' } })

test('anybody reads the text as it was read when it was opened, and nothing else of its matter', async () => {
	const { shell, org, matterId, code, visitor } = await ground()
	await uploadedText(shell, org, matterId, DRAFT_TEXT.replace('培训证明', '尚未公开的一稿'))
	const { status, value } = await visitor.read(code)
	const sent = JSON.stringify(value)
	expect(status).toBe(200)
	expect(sent).toContain('培训证明')
	expect(sent).not.toContain('尚未公开的一稿')
	for (const inside of [matterId, org.actors.drafter.name, org.actors.drafter.personId])
		expect(sent).not.toContain(inside)
})

test('no matter is found by its id, by the id of its consultation, or by a code that nobody gave out', async () => {
	const { shell, org, matterId, consultationId, visitor } = await ground()
	const other = await readyMatter(shell, org)
	for (const code of [matterId, consultationId, other, '0'.repeat(32), '%', '../work'])
		expect((await visitor.read(code)).status).toBe(404)
	expect((await visitor.send('0'.repeat(32), { words: '意见。' })).status).toBe(404)
	expect(await comments(shell)).toEqual([])
})

test('a comment gets a receipt that finds it here and nowhere else, and is shown to nobody outside', async () => {
	const { shell, org, code, visitor } = await ground()
	const words = '优惠年龄建议降到六十五周岁。'
	const answer = await visitor.send(code, { words, name: '周某', article: 'art-3' })
	const receipt = receiptIn(answer)
	expect(answer.status).toBe(302)
	expect(receipt).toMatch(/^([A-HJKMNP-Z2-9]{4}-){3}[A-HJKMNP-Z2-9]{4}$/)
	const typed = receipt.toLowerCase().replaceAll('-', ' ')
	const own = await visitor.read(code, `?receipt=${encodeURIComponent(typed)}`)
	expect(own.value).toMatchObject({ lookup: { found: { receivedOn: '2026-11-23', isLate: false } } })
	expect(JSON.stringify(own.value)).not.toContain(words)
	expect(JSON.stringify(own.value)).not.toContain('周某')
	const other = await consultedMatter(shell, org)
	expect((await visitor.read(other.code, `?receipt=${receipt}`)).value).toMatchObject({
		lookup: { found: null },
	})
	expect(await comments(shell)).toMatchObject([{ number: 1, words, article: 'art-3', enteredBy: null }])
})

test('the same form sent twice is one comment with one receipt', async () => {
	const { shell, code, visitor } = await ground()
	const sent = { key: shell.newId(), words: '建议缩短办理时间。' }
	expect(receiptIn(await visitor.send(code, sent))).toBe(receiptIn(await visitor.send(code, sent)))
	expect(await visitor.send(code, { ...sent, words: '另一条意见。' })).toMatchObject({
		value: { refusal: { code: 'key-reused' } },
	})
	expect(await comments(shell)).toHaveLength(1)
})

test('script in a comment is text: it is kept as it was typed', async () => {
	const { shell, code, visitor } = await ground()
	const words = '<script>alert(1)</script><img src=x onerror=alert(1)>'
	await visitor.send(code, { words })
	expect(await comments(shell)).toMatchObject([{ words }])
})

test('what is empty, too long, on no article, or from another site is not taken', async () => {
	const { shell, code, visitor } = await ground()
	const long = '长'.repeat(2001)
	for (const [fields, field] of [
		[{ words: ' ' }, 'words'],
		[{ words: long }, 'words'],
		[{ words: '意见。', wish: long }, 'wish'],
		[{ words: '意见。', name: long }, 'name'],
		[{ words: '意见。', contact: long }, 'contact'],
		[{ words: '意见。', standing: 'minister' }, 'standing'],
		[{ words: '意见。', article: 'art-99' }, 'article'],
	] as const)
		expect(await visitor.send(code, fields)).toMatchObject({
			status: 422,
			value: { lastResult: { error: { [field]: [expect.any(String)] }, initialValue: fields } },
		})
	expect((await visitor.send(code, { words: 'x'.repeat(70_000) })).status).toBe(413)
	expect((await visitor.send(code, { words: '意见。' }, 'https://elsewhere.example')).status).toBe(403)
	expect(await comments(shell)).toEqual([])
})

test('a flood from one address is stopped after ten, keeps what was typed, and does not stop another address', async () => {
	const { shell, code, visitor } = await ground()
	const statuses = []
	for (let count = 0; count < 12; count += 1)
		statuses.push((await visitor.send(code, { words: `第${count}条意见。` })).status)
	expect(statuses).toEqual([...Array.from({ length: 10 }, () => 302), 429, 429])
	expect(await visitor.send(code, { words: '还有一条。' })).toMatchObject({
		value: { refusal: { code: 'too-many-tries' }, lastResult: { initialValue: { words: '还有一条。' } } },
	})
	expect((await visitorOf(shell, '203.0.113.8').send(code, { words: '我也有意见。' })).status).toBe(302)
	expect(await comments(shell)).toHaveLength(11)
})

test('receipts are not found by trying: thirty look-ups in a quarter of an hour', async () => {
	const { code, visitor } = await ground()
	const statuses = []
	for (let count = 0; count < 31; count += 1)
		statuses.push((await visitor.read(code, '?receipt=AAAA-AAAA-AAAA-AAAA')).status)
	expect(statuses.slice(-2)).toEqual([200, 429])
})

test('it closes by itself after its last day; what still arrives is kept and named as late', async () => {
	const { shell, code, visitor } = await ground()
	shell.setNow(new Date('2026-12-23T15:59:59.000Z'))
	expect((await visitor.read(code)).value).toMatchObject({ page: { standing: 'running', daysLeft: 0 } })
	shell.setNow(new Date('2026-12-23T16:00:00.000Z'))
	expect((await visitor.read(code)).value).toMatchObject({ page: { standing: 'closed' } })
	await visitor.send(code, { words: '零点以后才写完。' })
	expect(await comments(shell)).toMatchObject([{ isLate: true, receivedOn: '2026-12-24' }])
})

test('one that was taken back shows its reason and no text, and takes no comment', async () => {
	const { shell, org, matterId, code, visitor } = await ground()
	must(await cancelConsultation(shell, org.actors.drafter, orderOn(shell, matterId), '发错稿件。'))
	const { value } = await visitor.read(code)
	expect(value).toMatchObject({ page: { standing: 'cancelled', cancelledFor: '发错稿件。', document: null } })
	expect(JSON.stringify(value)).not.toContain('培训证明')
	expect(await visitor.send(code, { words: '意见。' })).toMatchObject({
		value: { lastResult: { error: { words: ['not-consulting'] } } },
	})
	expect(await comments(shell)).toEqual([])
})
