import type { Tx } from '#app/db/open-database.server.ts'
import type { Issuer } from '#app/domain/issuer/issuer.ts'

/**
 * In whose name a decided text may be issued (制定机关): the government or its office what is the government's, else the
 * drafting organ. No coordinating body and no part of an organ is among them.
 */
export async function issuersOf(
	reader: Pick<Tx, 'jurisdiction' | 'organ'>,
	matter: {
		readonly jurisdictionId: string
		readonly issuer: Issuer
		readonly organ: { readonly name: string }
	},
): Promise<readonly string[]> {
	if (matter.issuer !== 'government') return [matter.organ.name]
	const { jurisdictionId } = matter
	const district = await reader.jurisdiction.findUniqueOrThrow({ where: { id: jurisdictionId } })
	const offices = await reader.organ.findMany({
		where: { jurisdictionId, kind: 'government-office', disabledAt: null },
		orderBy: { id: 'asc' },
		select: { name: true },
	})
	return [`${district.name}人民政府`, ...offices.map(({ name }) => name)]
}
