-- Art. 13(1), 14 GDPR: a page is read by whoever holds its link. What waits about the person is told to them, not to whoever that was.
drop function seloste.told_on_page(uuid, integer, timestamptz);
