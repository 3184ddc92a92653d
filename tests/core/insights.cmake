# Insights.
