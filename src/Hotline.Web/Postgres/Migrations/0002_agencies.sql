-- Whom callers are pointed or transferred to. Numbers move: every row says when it was last verified and by whom.
create table agencies (
    key             text primary key,
    name_ko         text not null,
    name_en         text not null,
    spoken_name_ko  text,                            -- null: the name is said as it is written
    digits          text not null check (digits ~ '^[0-9]+(-[0-9]+)*$'),                   -- as people know it: 1366, 1577-1366, 02-735-8994
    announce_digits text check (announce_digits ~ '^[0-9]+(-[0-9]+)*$'),                   -- null: the digits are said as they are written
    dial_string     text,                            -- E.164 or sip:; null: the trunk's prefix and the digits
    transfer_mode   text not null check (transfer_mode in ('None', 'Cold', 'Warm', 'PointOnly')),
    hours_profile   text not null check (hours_profile in ('Always', 'Weekday0918', 'Daily0922')),
    languages       text[] not null default '{ko}',
    regions         text[] not null default '{}',    -- 시·도; empty: the whole country
    verified_on     date,                            -- null: never, or not since the number was changed
    verified_by     text,
    valid_from      date,
    valid_to        date,                            -- the last day
    check ((verified_on is null) = (verified_by is null)),
    -- 112 and 119 need the caller's own line, for location and identity; every dead end leads to 1366.
    check (digits not in ('112', '119') or transfer_mode in ('None', 'PointOnly')),
    check (key <> 'w1366' or transfer_mode in ('Cold', 'Warm'))
);

insert into agencies (key, name_ko, name_en, digits, transfer_mode, hours_profile, languages, verified_on, verified_by) values
    ('w1366',        '여성긴급전화',             'the Women''s Emergency Line',                    '1366',      'Warm',      'Always',      '{ko}',    '2026-11-24', 'initial table'),
    ('police',       '경찰 긴급신고',            'the police',                                     '112',       'None',      'Always',      '{ko}',    '2026-11-24', 'initial table'),
    ('police-cyber', '경찰 민원',                'the police information line',                    '182',       'PointOnly', 'Always',      '{ko}',    '2026-11-24', 'initial table'),
    ('fire',         '구급',                     'the ambulance service',                          '119',       'None',      'Always',      '{ko}',    '2026-11-24', 'initial table'),
    ('danuri',       '다누리콜센터',             'the Danuri call center',                         '1577-1366', 'Cold',      'Always',      '{ko,en}', '2026-11-24', 'initial table'),
    ('kcsc',         '방송미디어통신심의위원회', 'the Broadcasting Media Communications Review Commission', '1377', 'Cold',   'Always',      '{ko}',    '2026-11-24', 'initial table'),
    ('legal',        '대한법률구조공단',         'Korea Legal Aid',                                '132',       'Cold',      'Weekday0918', '{ko}',    '2026-11-24', 'initial table'),
    ('school',       '학교폭력 신고센터',        'the school violence line',                       '117',       'Cold',      'Always',      '{ko}',    '2026-11-24', 'initial table'),
    ('youth',        '청소년전화',               'the youth line',                                 '1388',      'Cold',      'Always',      '{ko}',    '2026-11-24', 'initial table'),
    ('suicide',      '자살예방 상담전화',        'the suicide prevention line',                    '109',       'Warm',      'Always',      '{ko}',    '2026-11-24', 'initial table'),
    ('mental',       '정신건강 위기상담전화',    'the mental health crisis line',                  '1577-0199', 'PointOnly', 'Always',      '{ko}',    '2026-11-24', 'initial table'),
    ('welfare',      '보건복지상담센터',         'the health and welfare line',                    '129',       'PointOnly', 'Always',      '{ko}',    '2026-11-24', 'initial table'),
    ('relay',        '손말이음센터',             'the telephone relay service',                    '107',       'None',      'Always',      '{ko}',    '2026-11-24', 'initial table'),
    ('kisa',         '한국인터넷진흥원',         'the Korea Internet and Security Agency',         '118',       'PointOnly', 'Always',      '{ko}',    '2026-11-24', 'initial table'),
    ('family',       '가족상담전화',             'the family counseling line',                     '1644-6621', 'PointOnly', 'Daily0922',   '{ko}',    '2026-11-24', 'initial table'),
    -- Sources contradict each other about this number: it has to be verified before anybody is sent there.
    ('sunflower',    '해바라기센터',             'the Sunflower Center',                           '1899-3075', 'PointOnly', 'Always',      '{ko}',    null,         null);
