using CsCheck;

namespace Hotline.Speech.Tests;

public sealed class RedactionTests
{
    [Theory]
    [InlineData("제 번호는 010-0000-1234입니다.", "제 번호는 [전화번호]입니다.")]
    [InlineData("공일공에 공공공공에 오육칠팔이요", "[전화번호]이요")]
    [InlineData("02-000-0123이나 010 0000 1234로", "[전화번호]이나 [전화번호]로")]
    [InlineData("주민번호 900101-1234567이에요", "주민번호 [주민등록번호]이에요")]
    [InlineData("계좌는 110-234-567890 입니다", "계좌는 [번호] 입니다")]
    [InlineData("메일은 hong.gildong@example.com이에요", "메일은 [이메일]이에요")]
    [InlineData("저는 홍길동입니다.", "저는 [이름]입니다.")]
    [InlineData("제 이름은 남궁민수라고 합니다.", "제 이름은 [이름]라고 합니다.")]
    [InlineData("저는 김철 이라고 하는데요", "저는 [이름] 이라고 하는데요")]
    [InlineData("저는 고등학생인데요.", "저는 고등학생인데요.")]
    [InlineData("저는 피해자입니다.", "저는 피해자입니다.")]
    [InlineData("오늘 오후 세 시에 전화 주세요.", "오늘 오후 세 시에 전화 주세요.")]
    [InlineData("", "")]
    public void Personal_data_is_hidden_and_the_rest_stays(string text, string redacted) => Assert.Equal(redacted, Redaction.Redact(text));

    [Fact]
    public void Mail_addresses_with_korean_letters_are_hidden_with_them() => Assert.Equal("[이메일]", Redaction.Redact("홍길동@example.co.kr"));

    [Fact]
    public void No_text_makes_it_fail_and_no_seven_figures_in_a_row_survive() =>
        Gen.OneOf(Gen.String, Gen.OneOf("010-0000-1234", "공일공", "저는 김", "a@b.c", "이요", "에 ", "900101-", "1234567", "\uD800").Array[0, 10].Select(string.Concat)).Sample(text =>
            Assert.DoesNotMatch("[0-9]{7}", Redaction.Redact(text)));
}
