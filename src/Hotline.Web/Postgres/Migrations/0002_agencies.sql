-- Whom callers are pointed or transferred to. Numbers move: every row says when it was last verified and by whom.
create table agencies (
    key           text primary key,
    name_ko       text not null,
    name_en       text not null,
    digits        text not null,
    dial_string   text,                    -- null: point only, never dialled
    hours_profile text not null,
    verified_on   date not null,
    verified_by   text not null
);

insert into agencies (key, name_ko, name_en, digits, dial_string, hours_profile, verified_on, verified_by) values
    ('w1366',        '여성긴급전화',             'the Women''s Emergency Line',                    '1366',      '+8221366',    'Always',      '2026-11-24', 'initial table'),
    ('police',       '경찰 긴급신고',            'the police',                                     '112',       null,          'Always',      '2026-11-24', 'initial table'),
    ('police-cyber', '경찰 민원',                'the police information line',                    '182',       null,          'Always',      '2026-11-24', 'initial table'),
    ('fire',         '구급',                     'the ambulance service',                          '119',       null,          'Always',      '2026-11-24', 'initial table'),
    ('danuri',       '다누리콜센터',             'the Danuri call center',                         '1577-1366', '+8215771366', 'Always',      '2026-11-24', 'initial table'),
    ('kcsc',         '방송미디어통신심의위원회', 'the Broadcasting Media Communications Review Commission', '1377', '+8221377', 'Always',      '2026-11-24', 'initial table'),
    ('legal',        '대한법률구조공단',         'Korea Legal Aid',                                '132',       '+822132',     'Weekday0918', '2026-11-24', 'initial table'),
    ('school',       '학교폭력 신고센터',        'the school violence line',                       '117',       '+822117',     'Always',      '2026-11-24', 'initial table'),
    ('youth',        '청소년전화',               'the youth line',                                 '1388',      '+8221388',    'Always',      '2026-11-24', 'initial table'),
    ('suicide',      '자살예방 상담전화',        'the suicide prevention line',                    '109',       '+822109',     'Always',      '2026-11-24', 'initial table'),
    ('mental',       '정신건강 위기상담전화',    'the mental health crisis line',                  '1577-0199', null,          'Always',      '2026-11-24', 'initial table'),
    ('welfare',      '보건복지상담센터',         'the health and welfare line',                    '129',       null,          'Always',      '2026-11-24', 'initial table'),
    ('kisa',         '한국인터넷진흥원',         'the Korea Internet and Security Agency',         '118',       null,          'Always',      '2026-11-24', 'initial table'),
    ('family',       '가족상담전화',             'the family counseling line',                     '1644-6621', null,          'Daily0922',   '2026-11-24', 'initial table');
