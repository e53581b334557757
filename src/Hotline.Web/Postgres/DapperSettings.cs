using System.Data;
using Dapper;

namespace Hotline.Web.Postgres;

/// <summary>How rows become records: snake_case columns, moments as <see cref="DateTimeOffset"/> in UTC, <c>text[]</c> as string arrays.</summary>
public static class DapperSettings
{
    public static void Apply()
    {
        DefaultTypeMap.MatchNamesWithUnderscores = true;
        // Dapper knows the type already, and then asks no handler when it writes.
        SqlMapper.RemoveTypeMap(typeof(DateTimeOffset));
        SqlMapper.AddTypeHandler(new Moment());
        SqlMapper.AddTypeHandler(new TextArray());
    }

    // timestamptz holds a moment, not an offset: Npgsql writes UTC only, and reads a DateTime of kind Utc.
    private sealed class Moment : SqlMapper.TypeHandler<DateTimeOffset>
    {
        public override DateTimeOffset Parse(object value) => value switch
        {
            DateTimeOffset moment => moment,
            DateTime utc => new DateTimeOffset(utc, TimeSpan.Zero),
            _ => throw new DataException($"A {value.GetType().Name} is not a moment: the column must be timestamptz."),
        };

        public override void SetValue(IDbDataParameter parameter, DateTimeOffset value) => parameter.Value = value.ToUniversalTime();
    }

    // Npgsql announces every array as System.Array, which no constructor of a record takes.
    private sealed class TextArray : SqlMapper.TypeHandler<string[]>
    {
        public override string[] Parse(object value) => (string[])value;

        public override void SetValue(IDbDataParameter parameter, string[]? value) => parameter.Value = value;
    }
}
