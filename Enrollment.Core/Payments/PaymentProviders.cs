namespace Enrollment.Payments;

/// <summary>The providers that this branch is set up for: none, one or both.</summary>
public sealed class PaymentProviders(IEnumerable<IPaymentProvider> providers)
{
    private readonly Dictionary<PaymentMethod, IPaymentProvider> _byMethod = providers.ToDictionary(one => one.Method);

    /// <summary>In the order in which they are offered.</summary>
    public IEnumerable<PaymentMethod> Methods => _byMethod.Keys.Order();

    public IPaymentProvider? Find(PaymentMethod method) => _byMethod.GetValueOrDefault(method);
}
