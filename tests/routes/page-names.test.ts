import { expect, test } from 'vitest'
import { routeName } from '#app/routes.ts'

const SOURCES = import.meta.glob<string>('/app/routes/**/*.tsx', {
	query: '?raw',
	import: 'default',
	eager: true,
})

/** What a visitor reads bears the name of the draft alone. */
const NAMED_BY_THE_DRAFT = 'consultations.$code'

const NAMES = new Map(
	Object.entries(SOURCES)
		.filter(([, source]) => /^export default /m.test(source))
		.map(([file, source]) => [
			routeName(file.slice('/app/routes/'.length)),
			/^export const handle = \{ title: '([\w.]+)' \} satisfies PageHandle$/m.exec(source)?.[1],
		]),
)

test('O8 every page names itself', () => {
	const nameless = [...NAMES].filter(([, name]) => !name).map(([route]) => route)
	expect(nameless).toEqual([NAMED_BY_THE_DRAFT])
})

test('O8 no two pages of one thing bear one name', () => {
	const places = [...NAMES].map(([route, name]) => `${route.split('.').slice(0, 2).join('.')}: ${name}`)
	const twice = places.filter((place, at) => places.indexOf(place) !== at)
	expect(twice).toEqual([])
})
