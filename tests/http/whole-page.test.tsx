import { renderToPipeableStream } from 'react-dom/server'
import { expect, test } from 'vitest'
import { wholePage } from '#app/http/whole-page.server.ts'

/** A page of many cells whose labels begin at every place of a buffer once. */
function Page({ shift }: { shift: number }) {
	return (
		<ul title={'x'.repeat(shift)}>
			{Array.from({ length: 300 }, (_, at) => (
				<li key={at} title="内容起算和经办">
					期限与日历
				</li>
			))}
		</ul>
	)
}

test.each([0, 1, 2])('no character is torn, wherever a piece of the page ends (%s)', async (shift) => {
	const page = await new Promise<Buffer>((resolve) => {
		const { pipe } = renderToPipeableStream(<Page shift={shift} />, {
			onAllReady: () => pipe(wholePage(resolve)),
		})
	})
	const text = page.toString()
	expect(page.includes(0)).toBe(false)
	expect(text).not.toContain('\uFFFD')
	expect(text.split('title="内容起算和经办"')).toHaveLength(301)
	expect(text.split('期限与日历')).toHaveLength(301)
})
