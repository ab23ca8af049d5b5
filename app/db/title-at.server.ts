import { z } from 'zod'
import type { Tx } from './open-database.server.ts'

const Leaf = z.object({ detail: z.object({ title: z.string() }) })

/** The acts that give a matter its title. */
const NAMING = ['matter.opened', 'matter.edited']

/** The title that a matter had at an instant, as its trail says it; null where the trail has none from before. */
export async function titleAt(
	tx: Pick<Tx, 'auditEntry'>,
	{ jurisdictionId, id }: { readonly jurisdictionId: string; readonly id: string },
	instant: Date,
): Promise<string | null> {
	const stream = `matter/${id}`
	const entries = await tx.auditEntry.findMany({
		where: { jurisdictionId, stream, kind: { in: NAMING }, outcome: 'done', at: { lte: instant } },
		orderBy: { seq: 'desc' },
		select: { leaf: true },
	})
	for (const { leaf } of entries) {
		const read = Leaf.safeParse(JSON.parse(leaf))
		if (read.success) return read.data.detail.title
	}
	return null
}
