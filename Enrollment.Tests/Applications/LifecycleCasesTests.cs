using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json.Serialization;
using Enrollment.Applications;
using Enrollment.People;

namespace Enrollment.Tests.Applications;

/// <summary>Nothing is forgotten: every case of the closed hierarchies has its name in the store, its place and its words.</summary>
public sealed class LifecycleCasesTests
{
    public static TheoryData<Type> Hierarchies => [typeof(Event), typeof(Stage), typeof(Effect), typeof(Actor)];

    public static TheoryData<Type> Enums =>
        [
            .. typeof(Event)
                .Assembly.GetTypes()
                .Where(type => type.IsEnum && type.GetCustomAttribute<JsonConverterAttribute>() is not null),
        ];

    [Theory]
    [MemberData(nameof(Hierarchies))]
    public void Every_case_has_a_discriminator_of_its_own(Type hierarchy)
    {
        var named = hierarchy.GetCustomAttributes<JsonDerivedTypeAttribute>().ToList();

        Assert.Equal(CasesOf(hierarchy), named.Select(one => one.DerivedType).ToFrozenSet());
        Assert.Distinct(named.Select(one => one.TypeDiscriminator));
    }

    [Theory]
    [MemberData(nameof(Enums))]
    public void Every_member_of_a_stored_enum_has_a_name_of_its_own(Type stored)
    {
        var names = Enum.GetNames(stored)
            .Select(member => stored.GetField(member)!.GetCustomAttribute<JsonStringEnumMemberNameAttribute>()?.Name)
            .ToList();

        Assert.DoesNotContain(null, names);
        Assert.Distinct(names);
    }

    [Fact]
    public void Every_command_is_accepted_in_some_stage() =>
        Assert.Empty(CasesOf(typeof(Command)).Except(LifecycleMap.AcceptedCommands));

    [Fact]
    public void Every_event_happens_in_some_edge() =>
        Assert.Empty(
            CasesOf(typeof(Event))
                .Except(LifecycleEdges.All.Values.SelectMany(edge => edge.Then).Select(what => what.GetType()))
        );

    private static FrozenSet<Type> CasesOf(Type hierarchy) =>
        hierarchy.GetNestedTypes().Where(type => type.IsSubclassOf(hierarchy)).ToFrozenSet();
}
