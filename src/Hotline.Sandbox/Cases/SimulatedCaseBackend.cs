using System.Security.Cryptography;
using System.Text.Json;

namespace Hotline.Sandbox.Cases;

/// <summary>
/// The shared case backend, simulated. It holds its clients to the contract: a body that breaks the schema or has a wrong
/// check digit is refused with every reason, and a key opens one case however often it comes.
/// </summary>
public sealed class SimulatedCaseBackend(TimeProvider time)
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, Remembered> answers = new(StringComparer.Ordinal);
    private readonly List<SimulatedCase> cases = [];
    private readonly ContractSchema contract = LoadContract();

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<SimulatedCase> Cases
    {
        get
        {
            lock (gate)
                return [.. cases];
        }
    }

    /// <summary>Someone at the case backend takes the case on, works on it, or closes it.</summary>
    /// <param name="state">Out of <c>received assigned in-progress closed</c>.</param>
    public void SetState(string caseId, string state)
    {
        lock (gate)
        {
            var found = Find(caseId) ?? throw new ArgumentException("There is no such case.", nameof(caseId));
            (found.State, found.UpdatedAt) = (state, time.GetUtcNow());
        }
    }

    internal CaseAnswer Open(string? key, byte[] body)
    {
        lock (gate)
        {
            return Once("open", key, body, "OpenCase", root =>
            {
                if (!HasCheckDigit(root.GetProperty("reference").GetString()!))
                    return CaseAnswer.Problem(422, "The request breaks the contract.", "/reference must end with its Luhn check digit");
                if (cases.Exists(other => string.Equals(other.Reference, root.GetProperty("reference").GetString(), StringComparison.Ordinal)))
                    return CaseAnswer.Problem(422, "The request breaks the contract.", "/reference is another case's");
                var opened = new SimulatedCase(FormattableString.Invariant($"C-{cases.Count + 1:D6}"), root.Clone(), time.GetUtcNow());
                cases.Add(opened);
                return new(201, opened, null, null);
            });
        }
    }

    internal CaseAnswer Append(string caseId, string? key, byte[] body)
    {
        lock (gate)
        {
            if (Find(caseId) is not { } found)
                return CaseAnswer.Problem(404, "There is no such case.", null);
            return Once("append " + caseId, key, body, "Entry", root =>
            {
                found.Append(root.Clone());
                found.UpdatedAt = time.GetUtcNow();
                return new(201, found, null, null);
            });
        }
    }

    internal SimulatedCase? Find(string caseId) => Cases.FirstOrDefault(found => string.Equals(found.CaseId, caseId, StringComparison.Ordinal));

    internal SimulatedCase? FindByReference(string reference) => Cases.FirstOrDefault(found => string.Equals(found.Reference, reference, StringComparison.Ordinal));

    private CaseAnswer Once(string operation, string? key, byte[] body, string schema, Func<JsonElement, CaseAnswer> carryOut)
    {
        if (key is not { Length: >= 8 and <= 64 })
            return CaseAnswer.Problem(422, "The request breaks the contract.", "Idempotency-Key must have 8 to 64 characters");
        var hash = Convert.ToHexString(SHA256.HashData(body));
        if (answers.TryGetValue(key, out var before))
        {
            return string.Equals(before.Operation, operation, StringComparison.Ordinal) && string.Equals(before.BodyHash, hash, StringComparison.Ordinal)
                ? before.Answer with { Status = 200 }
                : CaseAnswer.Problem(409, "The key was used with another body.", null);
        }

        var answer = Judge(body, schema, carryOut);
        if (answer.Status is 201)
            answers[key] = new(operation, hash, answer);
        return answer;
    }

    private CaseAnswer Judge(byte[] body, string schema, Func<JsonElement, CaseAnswer> carryOut)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            var wrongs = contract.Check(schema, json.RootElement);
            return wrongs.Count is 0 ? carryOut(json.RootElement) : CaseAnswer.Problem(422, "The request breaks the contract.", string.Join("; ", wrongs));
        }
        catch (JsonException)
        {
            return CaseAnswer.Problem(422, "The request is not JSON.", null);
        }
    }

    /// <summary>Luhn, written here a second time on purpose: the client must not be checked by its own arithmetic.</summary>
    private static bool HasCheckDigit(string reference) => reference.Reverse().Select((digit, index) => (digit - '0') * (index % 2 + 1)).Sum(value => value / 10 + value % 10) % 10 is 0;

    private static ContractSchema LoadContract()
    {
        using var yaml = new StreamReader(typeof(SimulatedCaseBackend).Assembly.GetManifestResourceStream("case-backend.openapi.yaml")!);
        return ContractSchema.Load(yaml);
    }

    private sealed record Remembered(string Operation, string BodyHash, CaseAnswer Answer);
}

internal sealed record CaseAnswer(int Status, SimulatedCase? Case, string? Title, string? Detail)
{
    public static CaseAnswer Problem(int status, string title, string? detail) => new(status, null, title, detail);
}
