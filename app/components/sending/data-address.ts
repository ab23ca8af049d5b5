/** The address by which Remix asks for the data of a page, and sends a form to its action. */
export function dataAddress({ pathname, search }: URL): string {
	return `${pathname === '/' ? '/_root' : pathname.replace(/\/$/, '')}.data${search}`
}

/** The field of what is given to the router in the place of a form: the name of the answer that is held for it. */
export const HELD = 'held'
