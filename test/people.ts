export { type CastMember, type CastName, cast, castNames } from '../src/demo/cast.ts'
