import { httpRoutes } from '@metaverse/contracts';
import { describe, expect, it } from 'vitest';
import { urlOf } from './request-of.ts';

describe('the address of a call', () => {
  it('has its parameters filled in and escaped', () => {
    expect(urlOf(httpRoutes.removeChatroomMember, { params: { id: 'a/b', userId: 'c d' } })).toBe('/api/v1/chatrooms/a%2Fb/members/c%20d');
  });

  it('has the query that was given, lists joined, what is undefined left out', () => {
    expect(urlOf(httpRoutes.listSpaces, { query: { mine: true, query: 'ä&b', cursor: undefined } })).toBe(
      '/api/v1/spaces?mine=true&query=%C3%A4%26b',
    );
    expect(urlOf(httpRoutes.listUserMetadata, { query: { ids: ['a', 'b'] } })).toBe('/api/v1/users/metadata?ids=a%2Cb');
  });

  it('refuses to be made without its parameters', () => {
    expect(() => urlOf(httpRoutes.getSpace, {})).toThrow('"id"');
  });
});
