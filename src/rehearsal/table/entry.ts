/**
 * How the id of one resource type is built from the resource's own arguments. Text with placeholders in braces:
 *
 * - `{rg}`: `/subscriptions/…/resourceGroups/<the resource's group>/providers`; `{sub}`: `/subscriptions/…/providers`
 * - `{name}`, `{server_name}` …: the resource's own argument of that name
 * - `{key_vault_id:key_vault}`: the same for an argument that holds another resource's id. The type says which id to
 *   invent when the argument cannot be resolved. `.name` behind the type takes the id's last segment, `.parent` drops
 *   the last pair of segments.
 * - `{subscription}`, `{tenant}`, `{guid}` (one per address; `{guid:other}` for another one), `{hex}`, `{base64}`,
 *   `{public_ip}`, `{private_ip}`, and in attributes `{id}`, the resource's own id
 *
 * Alternatives are separated by ` || `: the first one whose arguments are all set is taken.
 *
 * Source: the `parse` packages and `commonids` of the provider. Every template here was accepted by the importer of its
 * resource in azurerm 4.55.0, which parses the id before anything else.
 */
export type IdTemplate = string;

/**
 * What Azure would have answered: a template, or a structure of templates in the attribute's own type. An object given
 * for a repeated block stands for each of its elements.
 */
export type MockValue = string | number | boolean | readonly MockValue[] | { readonly [attribute: string]: MockValue };

/** Computed attributes by name. Only those whose form matters to whoever refers to them are worth a line. */
export type MockAttributes = { readonly [attribute: string]: MockValue };

/** One line of the table. */
export type MockEntry = IdTemplate | readonly [id: IdTemplate, attributes: MockAttributes];

/** Types without the prefix of their provider. */
export type MockTable = { readonly [type: string]: MockEntry };
