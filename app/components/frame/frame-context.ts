import { useRouteLoaderData } from '@remix-run/react'
import type { Role } from '#app/domain/permission/role.ts'

/** What the frame of every page knows of the person who looks at it. */
export type Frame = {
	readonly csrf: string
	readonly theme: 'system' | 'light' | 'dark'
	readonly size: 'normal' | 'large'
	readonly path: string
	/** The number under which the operator's log has this request; a person can name it when something broke. */
	readonly requestId: string
	readonly person: {
		readonly id: string
		readonly name: string
		readonly roles: readonly Role[]
		readonly organ: string
		readonly district: string
		readonly turns: number
		/** Whether a code has to be given before something is signed. */
		readonly isCodeDue: boolean
	} | null
}

/** The frame that the root loader gave, or null on an error page that has none. */
export function useFrame(): Frame | null {
	return useRouteLoaderData<Frame>('root') ?? null
}

/** What citizens read bears the district’s name in its bar, and nothing of the product. */
export function isForThePublic(frame: Frame | null): boolean {
	return frame?.path.startsWith('/consultations/') ?? false
}
