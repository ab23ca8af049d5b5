import { expect, test } from 'vitest'
import { PoolList } from '#app/components/meeting/pool-list.tsx'
import type { MeetingPage, PoolEntry } from '#app/services/meeting/read-meeting-page.server.ts'
import { renderPage } from '#tests/support/render-page.tsx'

const ENTRY: PoolEntry = {
	agendaItemId: 'item-1',
	matterId: 'm1',
	title: '某办法',
	organ: '某局',
	tracks: ['normative-document'],
	matterState: 'cleared',
	itemState: 'proposed',
	deferrals: 0,
	isOpen: true,
	rules: [{ id: 'H1', status: 'signed-fact', findings: [], menders: [] }] as never,
	obstacle: null,
	lacking: [],
	isUrgent: false,
}
const page = {
	heading: { id: 'meeting', state: 'preparing', open: ['agenda.listing-requested'], revision: 1 },
	pool: [ENTRY],
} as unknown as MeetingPage

/** The line of the proposal, without the list of rules that is folded below it. */
async function line(): Promise<string> {
	const html = await renderPage(<PoolList page={page} commandKey="k" answer={undefined} />)
	const from = html.indexOf('id="item-item-1"')
	return html.slice(from, html.indexOf('<details', from))
}

test('a proposal says once how many rules rest on a signed fact', async () => {
	expect((await line()).match(/凭签署事实/g)).toHaveLength(1)
})

test('the proposal that one comes for is marked, and its button is the filled one', async () => {
	const two = { ...page, pool: [{ ...ENTRY, agendaItemId: 'item-0', title: '另一办法' }, ENTRY] }
	const rows = async (path: string) => {
		const html = await renderPage(<PoolList page={two} commandKey="k" answer={undefined} />, { path })
		return [...html.matchAll(/<li id="item-[\s\S]*?<details/g)].map(([row]) => [
			row.includes('bg-accent-soft'),
			row.includes('bg-accent '),
		])
	}
	expect(await rows('/meetings/meeting')).toEqual([
		[false, true],
		[false, false],
	])
	expect(await rows('/meetings/meeting?item=item-1')).toEqual([
		[false, false],
		[true, true],
	])
})
