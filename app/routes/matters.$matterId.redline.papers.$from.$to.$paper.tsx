import type { LoaderFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { fileResponse } from '#app/http/file-response.server.ts'
import { matterIdOf, pageOrThrow } from '#app/http/page-answer.server.ts'
import { notFound } from '#app/http/refusal-response.server.ts'
import { requireSignedIn } from '#app/http/signed-in.server.ts'
import { REDLINE_PAPERS, writeRedlinePaper } from '#app/services/redline/write-redline-paper.server.ts'

const versionNo = z.coerce.number().int().min(1).max(1_000_000)
const Params = z.object({ from: versionNo, to: versionNo, paper: z.enum(REDLINE_PAPERS) })

/** 花脸稿 or 修改对照表 of two versions, for whoever may see both on the redline page. */
export async function loader(args: LoaderFunctionArgs) {
	const { shell, actor } = await requireSignedIn(args)
	const params = Params.safeParse(args.params)
	if (!params.success) throw notFound()
	const paper = await writeRedlinePaper(shell, actor, matterIdOf(args.params), params.data)
	return fileResponse(pageOrThrow(paper), 'attachment')
}
