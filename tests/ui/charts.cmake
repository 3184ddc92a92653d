# Charts and Insights page.
