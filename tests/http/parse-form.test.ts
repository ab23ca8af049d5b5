import { expect, test } from 'vitest'
import { day, each, oneOf, password, rowId, someOf, ticked, words, wordsOrNone } from '#app/forms/field.ts'
import { form as define } from '#app/forms/form.ts'
import { parseForm, replyOf } from '#app/http/parse-form.server.ts'
import { MOST_GROWTH, growthOf } from '#tests/support/growth.ts'

const Sample = define({
	title: words(10),
	note: wordsOrNone(10),
	kind: oneOf(['a', 'b']),
	on: day(),
	item: rowId(),
	tracks: someOf(['x', 'y']),
	read: ticked('not-read'),
	password: password(),
})

const GOOD = [
	['title', ' 名称 '],
	['kind', 'a'],
	['on', '2026-11-23'],
	['item', '019ab1f0-0000-7000-8000-000000000001'],
	['tracks', 'x'],
	['read', 'yes'],
	['password', ' p '],
] as const

function form(...fields: readonly (readonly [string, string])[]): FormData {
	const data = new FormData()
	for (const [name, value] of fields) data.append(name, value)
	return data
}

test('a form that fits gives its values: words trimmed, passwords as typed, one choice as a list', () => {
	expect(parseForm(form(...GOOD), Sample)).toMatchObject({
		status: 'success',
		value: { title: '名称', note: '', tracks: ['x'], password: ' p ' },
	})
})

test('every fault is told at once, each at its field, by a problem that the pages have words for', () => {
	const bad = form(
		['title', '   '],
		['note', '字'.repeat(11)],
		['kind', 'c'],
		['on', '2026-02-30'],
		['item', '7'],
	)
	expect(parseForm(bad, Sample)).toMatchObject({
		status: 'error',
		error: {
			title: ['missing'],
			note: ['too-long'],
			kind: ['unknown-choice'],
			on: ['not-a-date'],
			item: ['unknown-choice'],
			tracks: ['missing'],
			read: ['not-read'],
			password: ['missing'],
		},
	})
})

test('what was typed goes back to the page, but never a password, a key or a token', () => {
	const submission = parseForm(
		form(...GOOD, ['key', 'k'], ['csrf', 't'], ['seen', '3'], ['repeat', 'p']),
		Sample,
	)
	const reply = replyOf(submission, { title: ['too-long'] })
	expect(reply.error).toMatchObject({ title: ['too-long'] })
	expect(reply.initialValue).toMatchObject({ title: ' 名称 ', tracks: 'x' })
	for (const secret of ['password', 'repeat', 'key', 'csrf', 'seen'])
		expect(reply.initialValue?.[secret]).toBeUndefined()
})

test('reading a form takes time that grows with its fields and no faster', async () => {
	const Rows = define({ row: each(words(10)) })
	const { growth, times } = await growthOf([2000, 4000, 8000], (count) => {
		const sent = form(...Array.from({ length: count }, (_, at) => [`row-${at}`, 'x'] as const))
		return () => parseForm(sent, Rows)
	})
	expect(growth, times.join(' ')).toBeLessThan(MOST_GROWTH)
})
