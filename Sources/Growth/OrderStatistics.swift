/// Order statistics of an array without sorting it.
extension [Double] {
    /// The value that would stand at `rank` (from 0) if `range` were sorted.
    ///
    /// Hoare's selection (C. A. R. Hoare, "Algorithm 65: Find", CACM 4, 1961) with the median of
    /// three as pivot. Afterwards no value of `range` before `rank` is larger and none behind it is
    /// smaller, so further ranks can be looked for in the part where they must lie.
    ///
    /// - Complexity: O(n) on average.
    mutating func select(rank: Int, in range: ClosedRange<Int>) -> Double {
        var low = range.lowerBound
        var high = range.upperBound
        while low < high {
            let pivot = medianOfThree(self[low], self[low + (high - low) / 2], self[high])
            var left = low
            var right = high
            while left <= right {
                while self[left] < pivot { left += 1 }
                while self[right] > pivot { right -= 1 }
                guard left <= right else { break }
                swapAt(left, right)
                left += 1
                right -= 1
            }
            if rank <= right {
                high = right
            } else if rank >= left {
                low = left
            } else {
                return self[rank]
            }
        }
        return self[rank]
    }

    /// The median; the mean of the two middle values when the count is even; 0 when empty.
    ///
    /// Changes the order of the values.
    mutating func takeMedian() -> Double {
        guard !isEmpty else { return 0 }
        let middle = count / 2
        let upper = select(rank: middle, in: 0...count - 1)
        guard count.isMultiple(of: 2) else { return upper }
        return (upper + self[..<middle].reduce(-.infinity, Swift.max)) / 2
    }
}

private func medianOfThree(_ a: Double, _ b: Double, _ c: Double) -> Double {
    max(min(a, b), min(max(a, b), c))
}
